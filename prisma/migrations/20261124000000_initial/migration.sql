-- Trigram search, and uuid columns beside trigrams in one index. Both are trusted extensions since PostgreSQL 13.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ProvisioningMode" AS ENUM ('scim', 'jit', 'invite');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'member');

-- CreateEnum
CREATE TYPE "UserSource" AS ENUM ('scim', 'local', 'sso');

-- CreateEnum
CREATE TYPE "ScimState" AS ENUM ('none', 'live', 'deleted');

-- CreateEnum
CREATE TYPE "TeamSource" AS ENUM ('scim', 'manual');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('group', 'attribute', 'manual');

-- CreateEnum
CREATE TYPE "EventOutcome" AS ENUM ('applied', 'no_change', 'lookup', 'rejected', 'auth_failed', 'server_error');

-- CreateTable
CREATE TABLE "Tenant" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "tenantId" UUID NOT NULL,
    "mode" "ProvisioningMode" NOT NULL DEFAULT 'scim',
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "strict" BOOLEAN NOT NULL DEFAULT false,
    "strictNames" BOOLEAN NOT NULL DEFAULT false,
    "honourGroups" BOOLEAN NOT NULL DEFAULT true,
    "linkMembers" BOOLEAN NOT NULL DEFAULT true,
    "mediaType" TEXT NOT NULL DEFAULT 'auto',
    "provider" TEXT NOT NULL DEFAULT 'onelogin',
    "cursorKey" BYTEA NOT NULL,
    "retentionDays" INTEGER NOT NULL DEFAULT 30,
    "enabledAt" TIMESTAMPTZ(3),
    "enabledByName" TEXT,
    "pausedAt" TIMESTAMPTZ(3),
    "pausedByName" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("tenantId")
);

-- CreateTable
CREATE TABLE "ScimToken" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "last4" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "createdByName" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "retiredByName" TEXT,
    "validUntil" TIMESTAMPTZ(3),
    "firstUsedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastUsedIp" TEXT,

    CONSTRAINT "ScimToken_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userName" TEXT NOT NULL,
    "userNameKey" TEXT NOT NULL,
    "externalId" TEXT,
    "displayName" TEXT,
    "givenName" TEXT,
    "familyName" TEXT,
    "email" TEXT,
    "emailKey" TEXT,
    "emailKeys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "source" "UserSource" NOT NULL DEFAULT 'scim',
    "scimState" "ScimState" NOT NULL DEFAULT 'none',
    "role" "Role",
    "deactivatedAt" TIMESTAMPTZ(3),
    "deactivatedBy" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "receivedGroups" JSONB,
    "receivedGroupsAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastProvisionedAt" TIMESTAMPTZ(3),
    "lastSignInAt" TIMESTAMPTZ(3),
    "passwordHash" TEXT,
    "recovery" BOOLEAN NOT NULL DEFAULT false,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "searchText" TEXT NOT NULL GENERATED ALWAYS AS (lower("userName" || ' ' || coalesce("displayName", '') || ' ' || coalesce("givenName", '') || ' ' || coalesce("familyName", '') || ' ' || coalesce("email", '') || ' ' || coalesce("externalId", ''))) STORED,

    CONSTRAINT "User_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Team" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "displayName" TEXT NOT NULL,
    "displayNameKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "source" "TeamSource" NOT NULL DEFAULT 'scim',
    "externalId" TEXT,
    "grantsRole" "Role",
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastTouchedAt" TIMESTAMPTZ(3),
    "lastNonEmptyAt" TIMESTAMPTZ(3),
    "keptUntil" TIMESTAMPTZ(3),
    "keptByName" TEXT,
    "searchText" TEXT NOT NULL GENERATED ALWAYS AS (lower("displayName" || ' ' || "name")) STORED,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "tenantId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("tenantId","teamId","userId","channel")
);

-- CreateTable
CREATE TABLE "DeletedTeam" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "deletedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedBy" TEXT NOT NULL,
    "undoUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeletedTeam_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "ProvisioningEvent" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requestId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "resourceType" TEXT,
    "resourceId" UUID,
    "subject" TEXT,
    "subjectKeys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "outcome" "EventOutcome" NOT NULL,
    "reason" TEXT,
    "status" INTEGER NOT NULL,
    "scimType" TEXT,
    "detail" TEXT,
    "tokenId" UUID,
    "authClass" TEXT,
    "fingerprint" TEXT,
    "presented4" TEXT,
    "ip" TEXT,
    "userAgent" TEXT,
    "durationMs" DOUBLE PRECISION,
    "groupsValue" TEXT,
    "dialects" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "warnings" JSONB,
    "changes" JSONB,
    "request" JSONB,
    "response" JSONB,
    "count" INTEGER NOT NULL DEFAULT 1,
    "lastAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProvisioningEvent_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "targetType" TEXT,
    "targetId" TEXT,
    "targetName" TEXT,
    "before" JSONB,
    "after" JSONB,
    "ip" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "FindingDismissal" (
    "tenantId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byName" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "FindingDismissal_pkey" PRIMARY KEY ("tenantId","key")
);

-- CreateTable
CREATE TABLE "Session" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,
    "ip" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "InstanceSecret" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InstanceSecret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "SetupCode" (
    "hash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SetupCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "windowStart" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SsoConfig" (
    "tenantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "enforced" BOOLEAN NOT NULL DEFAULT false,
    "idpInitiated" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL,
    "metadataUrl" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedByUserId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedByName" TEXT,

    CONSTRAINT "SsoConfig_pkey" PRIMARY KEY ("tenantId")
);

-- CreateTable
CREATE TABLE "SsoRequest" (
    "tenantId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "test" BOOLEAN NOT NULL DEFAULT false,
    "returnTo" TEXT,
    "secret" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SsoRequest_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "SsoAssertion" (
    "tenantId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SsoAssertion_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "method" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT,
    "nameId" TEXT,
    "matchedBy" TEXT,
    "userId" UUID,
    "personName" TEXT,
    "attributes" JSONB,
    "detail" TEXT,
    "test" BOOLEAN NOT NULL DEFAULT false,
    "ip" TEXT,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'member',
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tenant_slug_key" ON "Tenant"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "ScimToken_tenantId_hash_key" ON "ScimToken"("tenantId", "hash");

-- CreateIndex
CREATE INDEX "User_tenantId_emailKey_idx" ON "User"("tenantId", "emailKey");

-- CreateIndex
CREATE INDEX "User_tenantId_externalId_idx" ON "User"("tenantId", "externalId");

-- CreateIndex
CREATE INDEX "Team_tenantId_displayNameKey_idx" ON "Team"("tenantId", "displayNameKey");

-- CreateIndex
CREATE INDEX "Team_tenantId_externalId_idx" ON "Team"("tenantId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_tenantId_name_key" ON "Team"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Team_tenantId_source_displayNameKey_key" ON "Team"("tenantId", "source", "displayNameKey");

-- CreateIndex
CREATE INDEX "Membership_tenantId_userId_idx" ON "Membership"("tenantId", "userId");

-- CreateIndex
CREATE INDEX "ProvisioningEvent_tenantId_resourceId_id_idx" ON "ProvisioningEvent"("tenantId", "resourceId", "id");

-- CreateIndex
CREATE INDEX "ProvisioningEvent_tenantId_outcome_id_idx" ON "ProvisioningEvent"("tenantId", "outcome", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_targetId_id_idx" ON "AuditEntry"("tenantId", "targetId", "id");

-- CreateIndex
CREATE INDEX "Session_tenantId_userId_idx" ON "Session"("tenantId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_tenantId_tokenHash_key" ON "Invite"("tenantId", "tokenHash");

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScimToken" ADD CONSTRAINT "ScimToken_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_tenantId_teamId_fkey" FOREIGN KEY ("tenantId", "teamId") REFERENCES "Team"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language has no words for.

-- One userName among the people that SCIM can see. Also answers `userName eq`.
CREATE UNIQUE INDEX "User_live_userName_key" ON "User" ("tenantId", "userNameKey") WHERE "scimState" = 'live';

-- userName of anyone: people to link, people to bring back. The pattern class serves `sw` under any collation.
CREATE INDEX "User_userNameKey_idx" ON "User" ("tenantId", "userNameKey" text_pattern_ops);

-- Pages of those SCIM can see, and their number.
CREATE INDEX "User_live_idx" ON "User" ("tenantId", "id") WHERE "scimState" = 'live';

CREATE INDEX "User_emailKeys_idx" ON "User" USING gin ("emailKeys");
CREATE INDEX "User_search_idx" ON "User" USING gin ("tenantId", "searchText" gin_trgm_ops);
CREATE INDEX "Team_search_idx" ON "Team" USING gin ("tenantId", "searchText" gin_trgm_ops);

CREATE INDEX "ProvisioningEvent_subjectKeys_idx" ON "ProvisioningEvent" USING gin ("subjectKeys");

CREATE INDEX "OutboxMessage_due_idx" ON "OutboxMessage" ("nextAt") WHERE "deliveredAt" IS NULL;

-- Room on each page for the next version of a row, so that an update of columns without an index touches no index.
ALTER TABLE "User" SET (fillfactor = 85);
ALTER TABLE "Team" SET (fillfactor = 85);
ALTER TABLE "ScimToken" SET (fillfactor = 50);
