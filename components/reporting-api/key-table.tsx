import { keyWords } from '@/components/reporting-api/key-fields'
import { StepForm } from '@/components/status-reports/step-form'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { TagTone } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { apiKeyScopeLabels, keyStateLabels } from '@/lib/reporting-api/keys/labels'
import type { ApiKeyRow, KeyState } from '@/lib/reporting-api/keys/model'
import { formatDateTime } from '@/lib/values/format'

const tones: Record<KeyState, TagTone> = { valid: 'good', expired: 'neutral', revoked: 'danger' }

type Props = { t: Words; keys: readonly ApiKeyRow[]; revoke: FormAction }

/** The keys of the county; those that still open something can be revoked. */
export function KeyTable({ t, keys, revoke }: Props) {
  return (
    <DataTable
      caption={t('reportingApi.keys.caption')}
      hideCaption
      columns={[
        { key: 'name', header: t('reportingApi.keys.name') },
        { key: 'state', header: t('reportingApi.keys.state') },
        { key: 'reads', header: t('reportingApi.keys.scope') },
        { key: 'start', header: t('reportingApi.keys.start') },
        { key: 'created', header: t('reportingApi.keys.created') },
        { key: 'expires', header: t('reportingApi.keys.expires') },
        { key: 'used', header: t('reportingApi.keys.used') },
        { key: 'act', header: t('reportingApi.keys.act'), hideHeader: true },
      ]}
      empty={<EmptyState title={t('reportingApi.keys.none')}>{t('reportingApi.keys.noneHelp')}</EmptyState>}
      rows={keys.map((row) => ({
        key: row.id,
        cells: [
          row.name,
          { text: t(keyStateLabels[row.state]), tag: tones[row.state] },
          { text: t(apiKeyScopeLabels[row.scope]), note: row.projectName ?? t('reportingApi.keys.wholeCounty') },
          `${row.start}…`,
          formatDateTime(row.createdAt, t.locale),
          formatDateTime(row.expiresAt, t.locale),
          row.lastUsedAt ? formatDateTime(row.lastUsedAt, t.locale) : t('reportingApi.keys.never'),
          row.state === 'valid' ? <Revoke key={row.id} t={t} row={row} revoke={revoke} /> : null,
        ],
      }))}
    />
  )
}

function Revoke({ t, row, revoke }: { t: Words; row: ApiKeyRow; revoke: FormAction }) {
  return (
    <StepForm
      action={revoke}
      values={{ keyId: row.id }}
      label={t('reportingApi.keys.revoke')}
      fullLabel={t('reportingApi.keys.revokeNamed', { name: row.name })}
      kind="quiet"
      small
      reasons={keyWords(t).reasons}
      notice={t('ui.notice.danger')}
    />
  )
}
