using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rowcroft.TeamsBot.Storage.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Upn",
                table: "Contacts",
                type: "character varying(320)",
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
