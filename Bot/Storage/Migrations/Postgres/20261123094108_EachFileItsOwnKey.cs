using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Rowcroft.TeamsBot.Storage.Migrations.Postgres
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Evidence",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsInOneDrive",
                table: "Evidence",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureFrames",
                table: "Evidence",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PictureHasLocation",
                table: "Evidence",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PictureHash",
                table: "Evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureHeight",
                table: "Evidence",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PictureWidth",
                table: "Evidence",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "Evidence",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "PurgedAt",
                table: "Evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RedactionOf",
                table: "Evidence",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Evidence",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Kept");

            migrationBuilder.AddColumn<byte[]>(
                name: "WrappedKey",
                table: "Evidence",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
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
