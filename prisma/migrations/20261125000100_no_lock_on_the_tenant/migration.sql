-- Each person and team that was written locked the one row of the tenant, in every transaction at once. Every write takes
-- the tenant's id from that row in the same statement or transaction, and a tenant is never deleted.
ALTER TABLE "User" DROP CONSTRAINT "User_tenantId_fkey";
ALTER TABLE "Team" DROP CONSTRAINT "Team_tenantId_fkey";
