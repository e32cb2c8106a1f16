using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ClaimTracker.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    deactivated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    notices_seen_id = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_heads", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "bulk_acts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    action = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    said = table.Column<string>(type: "text", nullable: true),
                    chosen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cut = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    details = table.Column<string>(type: "text", nullable: false),
                    outlet = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    stage_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    listed = table.Column<bool>(type: "boolean", nullable: false),
                    declined_because = table.Column<string>(type: "text", nullable: true),
                    in_doubt_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    verdict_issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_verified_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_verifier = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    last_verified_by = table.Column<string>(type: "text", nullable: true),
                    last_person_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    person_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    person_stale_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_attempt_outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    next_check_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    next_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stale_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    under_recheck = table.Column<bool>(type: "boolean", nullable: false),
                    check_every = table.Column<TimeSpan>(type: "interval", nullable: true),
                    person_every = table.Column<TimeSpan>(type: "interval", nullable: true),
                    unchanged_checks = table.Column<int>(type: "integer", nullable: false),
                    failed_attempts = table.Column<int>(type: "integer", nullable: false),
                    recheck_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recheck_because = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    last_attempt_within = table.Column<bool>(type: "boolean", nullable: false),
                    publication = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    rating = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    verdict_version = table.Column<int>(type: "integer", nullable: true),
                    verdict_number = table.Column<int>(type: "integer", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withheld_through = table.Column<int>(type: "integer", nullable: true),
                    wording_withheld = table.Column<bool>(type: "boolean", nullable: false),
                    withheld_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    linked_to_id = table.Column<long>(type: "bigint", nullable: true),
                    folded_into_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_claims_claims_folded_into_id",
                        column: x => x.folded_into_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_claims_linked_to_id",
                        column: x => x.linked_to_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "first_run_codes",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_first_run_codes", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "look_hosts",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    free_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    put_off_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    leased_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    leased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stopped_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    stopped_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    all_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    all_asked_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    all_asked = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_look_hosts", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    claim_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outlets",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    licence = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outlets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_changes", x => x.id);
                });

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
                    model = table.Column<string>(type: "text", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retrainings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "robots_files",
                columns: table => new
                {
                    origin = table.Column<string>(type: "character varying(268)", maxLength: 268, nullable: false),
                    host = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_robots_files", x => x.origin);
                });

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    owner = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schema_scripts",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schema_scripts", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "snapshots",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: true),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    charset = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    final_address = table.Column<string>(type: "text", nullable: true),
                    e_tag = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    last_modified = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshots", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_tallies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    escalated_to = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_tallies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "triage_openings",
                columns: table => new
                {
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_triage_openings", x => x.claim_id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_versions",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role_id = table.Column<string>(type: "text", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_role_claims_asp_net_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "AspNetRoles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<string>(type: "text", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_claims_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_asp_net_user_logins_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false),
                    role_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_asp_net_user_roles_asp_net_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "AspNetRoles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_asp_net_user_roles_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_asp_net_user_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bulk_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    bulk_act_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    task_id = table.Column<long>(type: "bigint", nullable: true),
                    seen = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulk_items_bulk_acts_bulk_act_id",
                        column: x => x.bulk_act_id,
                        principalTable: "bulk_acts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    from_rating = table.Column<string>(type: "text", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: true),
                    to_rating = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                    table.ForeignKey(
                        name: "fk_corrections_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    saves = table.Column<int>(type: "integer", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_drafts_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rechecks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict_version = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    by = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: true),
                    finding = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rechecks", x => x.id);
                    table.ForeignKey(
                        name: "fk_rechecks_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suspensions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict_version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    withheld_before = table.Column<int>(type: "integer", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ended_how = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_suspensions_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verdicts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    rating = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    rationale = table.Column<string>(type: "text", nullable: false),
                    change_reason = table.Column<string>(type: "text", nullable: true),
                    change_kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    minimum_groups = table.Column<int>(type: "integer", nullable: false),
                    required_approvals = table.Column<int>(type: "integer", nullable: false),
                    imported = table.Column<bool>(type: "boolean", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rejected_because = table.Column<string>(type: "text", nullable: true),
                    review_id = table.Column<long>(type: "bigint", nullable: true),
                    workflow = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verdicts", x => x.id);
                    table.ForeignKey(
                        name: "fk_verdicts_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "text", nullable: false),
                    outlet = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    url = table.Column<string>(type: "text", nullable: true),
                    byline = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    snapshot_id = table.Column<long>(type: "bigint", nullable: true),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.id);
                    table.ForeignKey(
                        name: "fk_articles_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: true),
                    host = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    origin = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    quote = table.Column<string>(type: "text", nullable: false),
                    stance = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    quotes_us = table.Column<bool>(type: "boolean", nullable: false),
                    watched = table.Column<bool>(type: "boolean", nullable: false),
                    condition = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    condition_limit = table.Column<double>(type: "double precision", nullable: true),
                    within = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    found_nature = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    said_nature = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    nature_said_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    forbidden_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    unreachable_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    loss = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    lost_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<string>(type: "text", nullable: true),
                    withdrawal_asked_by = table.Column<string>(type: "text", nullable: true),
                    withdrawal_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    snapshot_id = table.Column<long>(type: "bigint", nullable: true),
                    places = table.Column<string>(type: "text", nullable: true),
                    confirmed_place = table.Column<string>(type: "text", nullable: true),
                    place_confirmed_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    place_confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    archive_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    archive_attempts = table.Column<int>(type: "integer", nullable: false),
                    archive_errors = table.Column<int>(type: "integer", nullable: false),
                    archive_failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    definition_version = table.Column<int>(type: "integer", nullable: false),
                    version_id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    fault = table.Column<string>(type: "text", nullable: true),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    child_key = table.Column<string>(type: "text", nullable: true),
                    recheck_id = table.Column<long>(type: "bigint", nullable: true),
                    looks_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_reviews_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_rechecks_recheck_id",
                        column: x => x.recheck_id,
                        principalTable: "rechecks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_reviews_parent_id",
                        column: x => x.parent_id,
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_workflow_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "workflow_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    verdict_id = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    mark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    voided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals", x => x.id);
                    table.ForeignKey(
                        name: "fk_approvals_verdicts_verdict_id",
                        column: x => x.verdict_id,
                        principalTable: "verdicts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verdict_authors",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    verdict_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    did = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verdict_authors", x => x.id);
                    table.ForeignKey(
                        name: "fk_verdict_authors_verdicts_verdict_id",
                        column: x => x.verdict_id,
                        principalTable: "verdicts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appearances",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appearances", x => x.id);
                    table.CheckConstraint("ck_appearances_range", "start >= 0 AND \"end\" > start");
                    table.ForeignKey(
                        name: "fk_appearances_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appearances_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    verdict_version = table.Column<int>(type: "integer", nullable: false),
                    evidence_id = table.Column<long>(type: "bigint", nullable: true),
                    words = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    stands = table.Column<bool>(type: "boolean", nullable: false),
                    was = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    now = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    page_id = table.Column<long>(type: "bigint", nullable: true),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<string>(type: "text", nullable: true),
                    settled_how = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_findings_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_snapshots_page_id",
                        column: x => x.page_id,
                        principalTable: "snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "looks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    evidence_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict_version = table.Column<int>(type: "integer", nullable: false),
                    host = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    tried_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    leased_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    leased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    words = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    within = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    times = table.Column<int>(type: "integer", nullable: true),
                    first_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_looks", x => x.id);
                    table.ForeignKey(
                        name: "fk_looks_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_looks_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verdict_evidence",
                columns: table => new
                {
                    evidence_id = table.Column<long>(type: "bigint", nullable: false),
                    verdict_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verdict_evidence", x => new { x.evidence_id, x.verdict_id });
                    table.ForeignKey(
                        name: "fk_verdict_evidence_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_verdict_evidence_verdicts_verdict_id",
                        column: x => x.verdict_id,
                        principalTable: "verdicts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    review_id = table.Column<long>(type: "bigint", nullable: false),
                    activity_id = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    waited_seconds = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_steps_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    review_id = table.Column<long>(type: "bigint", nullable: true),
                    purpose = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: true),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    claim_stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    activity_id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    instructions = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    escalated_to = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    terms = table.Column<string>(type: "text", nullable: false),
                    barred = table.Column<List<string>>(type: "text[]", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    queue_order = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_order = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    leased_by = table.Column<string>(type: "text", nullable: true),
                    leased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    held_for = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                    table.ForeignKey(
                        name: "fk_tasks_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "timers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    review_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    try_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timers", x => x.id);
                    table.ForeignKey(
                        name: "fk_timers_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_pages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_id = table.Column<long>(type: "bigint", nullable: false),
                    evidence_id = table.Column<long>(type: "bigint", nullable: false),
                    finding_id = table.Column<long>(type: "bigint", nullable: false),
                    former_id = table.Column<long>(type: "bigint", nullable: true),
                    by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_pages", x => x.id);
                    table.ForeignKey(
                        name: "fk_kept_pages_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kept_pages_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kept_pages_findings_finding_id",
                        column: x => x.finding_id,
                        principalTable: "findings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kept_pages_snapshots_former_id",
                        column: x => x.former_id,
                        principalTable: "snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_decisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    idempotency_key = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    voided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_task_decisions_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appearances_article_id_start_end_claim_id",
                table: "appearances",
                columns: new[] { "article_id", "start", "end", "claim_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appearances_claim_id",
                table: "appearances",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_verdict_id",
                table: "approvals",
                column: "verdict_id");

            migrationBuilder.CreateIndex(
                name: "ix_approvals_verdict_id_by",
                table: "approvals",
                columns: new[] { "verdict_id", "by" },
                unique: true,
                filter: "voided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_articles_snapshot_id",
                table: "articles",
                column: "snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_articles_text_hash",
                table: "articles",
                column: "text_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_url",
                table: "articles",
                column: "url");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_role_claims_role_id",
                table: "AspNetRoleClaims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_claims_user_id",
                table: "AspNetUserClaims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_logins_user_id",
                table: "AspNetUserLogins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_roles_role_id",
                table: "AspNetUserRoles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_of_people",
                table: "audit_entries",
                column: "id",
                filter: "subject LIKE 'person/%'");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_sequence",
                table: "audit_entries",
                columns: new[] { "subject", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bulk_acts_person_chosen_at",
                table: "bulk_acts",
                columns: new[] { "person", "chosen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_items_bulk_act_id",
                table: "bulk_items",
                column: "bulk_act_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_folded_into_id",
                table: "claims",
                column: "folded_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_in_doubt_since_id",
                table: "claims",
                columns: new[] { "in_doubt_since", "id" },
                filter: "in_doubt_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_kind_id",
                table: "claims",
                columns: new[] { "kind", "id" },
                filter: "published_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_last_verified_at",
                table: "claims",
                column: "last_verified_at",
                filter: "last_verified_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_linked_to_id",
                table: "claims",
                column: "linked_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_listed_id",
                table: "claims",
                columns: new[] { "listed", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_listed_kind_id",
                table: "claims",
                columns: new[] { "listed", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_listed_outlet_id",
                table: "claims",
                columns: new[] { "listed", "outlet", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_listed_rating_id",
                table: "claims",
                columns: new[] { "listed", "rating", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_next_attempt_at",
                table: "claims",
                column: "next_attempt_at",
                filter: "next_attempt_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_next_check_due_at_id",
                table: "claims",
                columns: new[] { "next_check_due_at", "id" },
                filter: "next_check_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_outlet_id",
                table: "claims",
                columns: new[] { "outlet", "id" },
                filter: "published_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_person_due_at",
                table: "claims",
                column: "person_due_at",
                filter: "person_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_published",
                table: "claims",
                column: "id",
                filter: "published_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_rating_id",
                table: "claims",
                columns: new[] { "rating", "id" },
                filter: "published_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_recheck_due_at",
                table: "claims",
                column: "recheck_due_at",
                filter: "recheck_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claims_stage_score_id",
                table: "claims",
                columns: new[] { "stage", "score", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_wording_withheld",
                table: "claims",
                column: "id",
                filter: "wording_withheld");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_claim_id",
                table: "corrections",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_claim_id_person",
                table: "drafts",
                columns: new[] { "claim_id", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_archive_due_at",
                table: "evidence",
                column: "archive_due_at",
                filter: "archive_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_claim_id",
                table: "evidence",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_host_claim_id",
                table: "evidence",
                columns: new[] { "host", "claim_id" },
                filter: "host IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_snapshot_id",
                table: "evidence",
                column: "snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_withdrawal_asked_at_id",
                table: "evidence",
                columns: new[] { "withdrawal_asked_at", "id" },
                filter: "withdrawal_asked_at IS NOT NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_findings_claim_id_id",
                table: "findings",
                columns: new[] { "claim_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_evidence_id",
                table: "findings",
                column: "evidence_id");

            migrationBuilder.CreateIndex(
                name: "ix_findings_open",
                table: "findings",
                column: "claim_id",
                filter: "settled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_findings_page_id",
                table: "findings",
                column: "page_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_pages_claim_id",
                table: "kept_pages",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_pages_evidence_id",
                table: "kept_pages",
                column: "evidence_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_pages_finding_id",
                table: "kept_pages",
                column: "finding_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_pages_former_id",
                table: "kept_pages",
                column: "former_id");

            migrationBuilder.CreateIndex(
                name: "ix_look_hosts_due_at",
                table: "look_hosts",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_look_hosts_leased_by",
                table: "look_hosts",
                column: "leased_by",
                filter: "leased_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_look_hosts_trouble",
                table: "look_hosts",
                column: "name",
                filter: "stopped_at IS NOT NULL OR failures > 0");

            migrationBuilder.CreateIndex(
                name: "ix_looks_again",
                table: "looks",
                column: "due_at",
                filter: "attempts > 0 AND outcome IS NULL AND closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_looks_claim_id_id",
                table: "looks",
                columns: new[] { "claim_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_looks_due",
                table: "looks",
                columns: new[] { "host", "due_at", "id" },
                filter: "outcome IS NULL AND closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_looks_evidence_id",
                table: "looks",
                column: "evidence_id");

            migrationBuilder.CreateIndex(
                name: "ix_looks_leased_by",
                table: "looks",
                column: "leased_by",
                filter: "leased_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_looks_made_at_outcome",
                table: "looks",
                columns: new[] { "made_at", "outcome" },
                filter: "made_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_looks_open",
                table: "looks",
                columns: new[] { "claim_id", "evidence_id" },
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_looks_unfolded",
                table: "looks",
                columns: new[] { "made_at", "id" },
                filter: "times IS NULL AND outcome = 'Unchanged' AND closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_role_id",
                table: "notices",
                columns: new[] { "role", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outlets_name",
                table: "outlets",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rechecks_claim_id",
                table: "rechecks",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_claim_id_id",
                table: "reviews",
                columns: new[] { "claim_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_looks_asked_at",
                table: "reviews",
                column: "looks_asked_at",
                filter: "looks_asked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_one_under_way",
                table: "reviews",
                column: "claim_id",
                unique: true,
                filter: "parent_id IS NULL AND status IN ('Suspended', 'Held', 'Faulted')");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_parent_id_child_key",
                table: "reviews",
                columns: new[] { "parent_id", "child_key" },
                unique: true,
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_recheck_id",
                table: "reviews",
                column: "recheck_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_stopped",
                table: "reviews",
                columns: new[] { "status", "id" },
                filter: "status IN ('Faulted', 'Held')");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_version_id_id",
                table: "reviews",
                columns: new[] { "version_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_version_id_status",
                table: "reviews",
                columns: new[] { "version_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_robots_files_host",
                table: "robots_files",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_owner_name",
                table: "saved_filters",
                columns: new[] { "owner", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_shared",
                table: "saved_filters",
                column: "name",
                filter: "shared");

            migrationBuilder.CreateIndex(
                name: "ix_snapshots_hash_url",
                table: "snapshots",
                columns: new[] { "hash", "url" });

            migrationBuilder.CreateIndex(
                name: "ix_steps_review_id",
                table: "steps",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_claim_id_id",
                table: "suspensions",
                columns: new[] { "claim_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_open",
                table: "suspensions",
                column: "claim_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_task_decisions_by_task_id",
                table: "task_decisions",
                columns: new[] { "by", "task_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_decisions_task_id_idempotency_key",
                table: "task_decisions",
                columns: new[] { "task_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_claim_id",
                table: "tasks",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_escalated_to_queue_order_id",
                table: "tasks",
                columns: new[] { "escalated_to", "queue_order", "id" },
                filter: "status = 'Open' AND escalated_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_escalated_to_role_due_order_id",
                table: "tasks",
                columns: new[] { "escalated_to", "role", "due_order", "id" },
                filter: "status = 'Open' AND escalated_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_escalated_to_role_opened_at_id",
                table: "tasks",
                columns: new[] { "escalated_to", "role", "opened_at", "id" },
                filter: "status = 'Open' AND escalated_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_escalated_to_role_queue_order_id",
                table: "tasks",
                columns: new[] { "escalated_to", "role", "queue_order", "id" },
                filter: "status = 'Open' AND escalated_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_held_for_queue_order_id",
                table: "tasks",
                columns: new[] { "held_for", "queue_order", "id" },
                filter: "status = 'Open' AND held_for IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_leased_by_queue_order_id",
                table: "tasks",
                columns: new[] { "leased_by", "queue_order", "id" },
                filter: "status = 'Open' AND leased_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_one_without_review",
                table: "tasks",
                columns: new[] { "claim_id", "key" },
                unique: true,
                filter: "review_id IS NULL AND status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_review_id_key",
                table: "tasks",
                columns: new[] { "review_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_role_claim_stage_queue_order_id",
                table: "tasks",
                columns: new[] { "role", "claim_stage", "queue_order", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_role_due_order_id",
                table: "tasks",
                columns: new[] { "role", "due_order", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_role_kind_queue_order_id",
                table: "tasks",
                columns: new[] { "role", "kind", "queue_order", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_role_opened_at_id",
                table: "tasks",
                columns: new[] { "role", "opened_at", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_role_queue_order_id",
                table: "tasks",
                columns: new[] { "role", "queue_order", "id" },
                filter: "status = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_timers_due_at",
                table: "timers",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_timers_review_id_key",
                table: "timers",
                columns: new[] { "review_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timers_try_at_id",
                table: "timers",
                columns: new[] { "try_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_verdict_authors_verdict_id_name",
                table: "verdict_authors",
                columns: new[] { "verdict_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verdict_evidence_verdict_id",
                table: "verdict_evidence",
                column: "verdict_id");

            migrationBuilder.CreateIndex(
                name: "ix_verdicts_claim_id_version",
                table: "verdicts",
                columns: new[] { "claim_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verdicts_one_proposed",
                table: "verdicts",
                column: "claim_id",
                unique: true,
                filter: "status = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_verdicts_one_published",
                table: "verdicts",
                column: "claim_id",
                unique: true,
                filter: "status = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_versions_definition_id_version",
                table: "workflow_versions",
                columns: new[] { "definition_id", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appearances");

            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.DropTable(
                name: "bulk_items");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "first_run_codes");

            migrationBuilder.DropTable(
                name: "kept_pages");

            migrationBuilder.DropTable(
                name: "look_hosts");

            migrationBuilder.DropTable(
                name: "looks");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "outlets");

            migrationBuilder.DropTable(
                name: "public_changes");

            migrationBuilder.DropTable(
                name: "retrainings");

            migrationBuilder.DropTable(
                name: "robots_files");

            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropTable(
                name: "schema_scripts");

            migrationBuilder.DropTable(
                name: "steps");

            migrationBuilder.DropTable(
                name: "suspensions");

            migrationBuilder.DropTable(
                name: "task_decisions");

            migrationBuilder.DropTable(
                name: "task_tallies");

            migrationBuilder.DropTable(
                name: "timers");

            migrationBuilder.DropTable(
                name: "triage_openings");

            migrationBuilder.DropTable(
                name: "verdict_authors");

            migrationBuilder.DropTable(
                name: "verdict_evidence");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "bulk_acts");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "verdicts");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "snapshots");

            migrationBuilder.DropTable(
                name: "rechecks");

            migrationBuilder.DropTable(
                name: "workflow_versions");

            migrationBuilder.DropTable(
                name: "claims");
        }
    }
}
