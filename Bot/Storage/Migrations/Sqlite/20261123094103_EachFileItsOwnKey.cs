using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rowcroft.TeamsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EachFileItsOwnKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AbandonedAt",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Evidence",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsInOneDrive",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureFrames",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PictureHasLocation",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PictureHash",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureHeight",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureWidth",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "Evidence",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "PurgedAt",
                table: "Evidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RedactionOf",
                table: "Evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Evidence",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Kept");

            migrationBuilder.AddColumn<byte[]>(
                name: "WrappedKey",
                table: "Evidence",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            // What was kept before files were sealed stands under the hash of its plain bytes, and has no key yet.
            migrationBuilder.Sql("""UPDATE "Evidence" SET "Address" = "Sha256" """);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Address",
                table: "Evidence",
                column: "Address");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_Address",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "AbandonedAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "IsInOneDrive",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PictureFrames",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PictureHasLocation",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PictureHash",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PictureHeight",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PictureWidth",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "PurgedAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "RedactionOf",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "WrappedKey",
                table: "Evidence");
        }
    }
}
