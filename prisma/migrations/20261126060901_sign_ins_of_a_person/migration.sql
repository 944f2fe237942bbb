-- CreateIndex
CREATE INDEX "SignIn_tenantId_userId_id_idx" ON "SignIn"("tenantId", "userId", "id");
