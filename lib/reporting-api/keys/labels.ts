import type { ApiKeyScope, KeyState } from '@/lib/reporting-api/keys/model'

export const apiKeyScopeLabels: Record<ApiKeyScope, string> = {
  published: 'reportingApi.scope.published',
  approved: 'reportingApi.scope.approved',
}

export const keyStateLabels: Record<KeyState, string> = {
  valid: 'reportingApi.keyState.valid',
  expired: 'reportingApi.keyState.expired',
  revoked: 'reportingApi.keyState.revoked',
}
