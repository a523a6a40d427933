-- CreateIndex
CREATE INDEX "AuditEvent_organisationId_action_at_idx" ON "AuditEvent"("organisationId", "action", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_organisationId_actorId_at_idx" ON "AuditEvent"("organisationId", "actorId", "at");
