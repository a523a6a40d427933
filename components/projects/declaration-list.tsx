import { Tag } from '@/components/ui/tag'
import { roleLabels } from '@/lib/access/labels'
import { roles } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import { type DeclarationRow, holds } from '@/lib/projects/declarations/model'
import { formatDateTime } from '@/lib/values/format'

/** Declarations that no cost is paid twice; the newest holds, the earlier ones stay to be read. */
export function DeclarationList({ t, rows }: { t: Words; rows: readonly DeclarationRow[] }) {
  if (rows.length === 0) return <p className="text-muted">{t('projects.declaration.none')}</p>
  return (
    <ol className="grid list-none gap-6">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <strong>{signedText(t, row)}</strong>
            {holds(row, rows) ? (
              <Tag tone="good">{t('projects.declaration.holds')}</Tag>
            ) : (
              <Tag>{t('projects.declaration.replaced')}</Tag>
            )}
          </p>
          <p className="max-w-text whitespace-pre-line">{row.text}</p>
        </li>
      ))}
    </ol>
  )
}

function signedText(t: Words, { signedName, signedRole, signedAt }: DeclarationRow): string {
  const role = roles.find((one) => one === signedRole)
  const at = formatDateTime(signedAt, t.locale)
  const who = [signedName, role ? t(roleLabels[role]) : signedRole].filter(Boolean).join(', ')
  return t('projects.declaration.signed', { at, who })
}
