import type { Concern } from '@/lib/meetings/decisions/model'
import { concernKindLabels } from '@/lib/meetings/labels'
import type { Words } from '@/lib/platform/words'

/** What a decision concerns: the kind and the name of each thing. */
export function Concerns({ t, concerns }: { t: Words; concerns: readonly Concern[] }) {
  if (concerns.length === 0) return null
  return (
    <ul aria-label={t('decisions.concernsLabel')} className="mt-1 text-small text-muted">
      {concerns.map(({ kind, id, title }) => (
        <li key={id}>{t('decisions.concern', { kind: t(concernKindLabels[kind]), title })}</li>
      ))}
    </ul>
  )
}
