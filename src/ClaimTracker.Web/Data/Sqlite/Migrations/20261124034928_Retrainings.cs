using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Retrainings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "retrainings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    learned = table.Column<int>(type: "INTEGER", nullable: false),
                    held_back = table.Column<int>(type: "INTEGER", nullable: false),
                    ranking_before = table.Column<double>(type: "REAL", nullable: false),
                    ranking_after = table.Column<double>(type: "REAL", nullable: false),
                    f1before = table.Column<double>(type: "REAL", nullable: false),
                    f1after = table.Column<double>(type: "REAL", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retrainings", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retrainings");
        }
    }
}
