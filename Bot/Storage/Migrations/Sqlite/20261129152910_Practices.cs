using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rowcroft.TeamsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Practices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChosenAt",
                table: "Contacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PracticeChanges",
                columns: table => new
                {
                    Practice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReferencePrefix = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    Choices = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeChanges", x => new { x.Practice, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "Practices",
                columns: table => new
                {
                    Practice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstalledBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReferencePrefix = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    Choices = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Practices", x => x.Practice);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_ReferencePrefix",
                table: "Practices",
                column: "ReferencePrefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Practices_TeamId",
                table: "Practices",
                column: "TeamId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PracticeChanges");

            migrationBuilder.DropTable(
                name: "Practices");

            migrationBuilder.DropColumn(
                name: "ChosenAt",
                table: "Contacts");
        }
    }
}
