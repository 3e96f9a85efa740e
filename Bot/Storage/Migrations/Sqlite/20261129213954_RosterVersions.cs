using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rowcroft.TeamsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RosterVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "RosterVersion",
                table: "Installations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Upn",
                table: "Contacts",
                type: "TEXT",
                maxLength: 320,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RosterVersion",
                table: "Installations");

            migrationBuilder.DropColumn(
                name: "Upn",
                table: "Contacts");
        }
    }
}
