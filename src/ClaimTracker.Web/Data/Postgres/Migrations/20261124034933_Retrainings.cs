using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ClaimTracker.Web.Data.Postgres.Migrations
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    learned = table.Column<int>(type: "integer", nullable: false),
                    held_back = table.Column<int>(type: "integer", nullable: false),
                    ranking_before = table.Column<double>(type: "double precision", nullable: false),
                    ranking_after = table.Column<double>(type: "double precision", nullable: false),
                    f1before = table.Column<double>(type: "double precision", nullable: false),
                    f1after = table.Column<double>(type: "double precision", nullable: false),
                    model = table.Column<string>(type: "text", nullable: true)
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
