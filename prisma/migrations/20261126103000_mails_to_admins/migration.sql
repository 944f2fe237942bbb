-- AlterTable
ALTER TABLE "Connection" ADD COLUMN "mailAdmins" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "SentAlert" (
    "tenantId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SentAlert_pkey" PRIMARY KEY ("tenantId","key")
);
