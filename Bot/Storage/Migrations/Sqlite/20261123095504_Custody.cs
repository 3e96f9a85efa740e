using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rowcroft.TeamsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Custody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Practice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PurgedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "CustodyFindings",
                columns: table => new
                {
                    Practice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Evidence = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Place = table.Column<int>(type: "INTEGER", nullable: true),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustodyFindings", x => new { x.Practice, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "CustodyRuns",
                columns: table => new
                {
                    Practice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Night = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeasedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    Events = table.Column<int>(type: "INTEGER", nullable: false),
                    Files = table.Column<int>(type: "INTEGER", nullable: false),
                    Findings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustodyRuns", x => new { x.Practice, x.Night });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Practice_Year_Number",
                table: "Certificates",
                columns: new[] { "Practice", "Year", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CustodyFindings");

            migrationBuilder.DropTable(
                name: "CustodyRuns");
        }
    }
}
