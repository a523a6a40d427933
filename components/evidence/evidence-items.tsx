import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { evidenceFileAddress } from '@/lib/evidence/addresses'
import { type KeptEvidence, previewOf } from '@/lib/evidence/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime, formatFileSize } from '@/lib/values/format'

type Props = {
  t: Words
  rows: readonly KeptEvidence[]
  /** Beginning of text files, by the id of the evidence */
  texts?: ReadonlyMap<string, string>
  /** Shows pictures and the beginning of texts */
  preview?: boolean
  remove?: (row: KeptEvidence) => ReactNode
}

/** Pieces of evidence with who added them and when. */
export function EvidenceItems({ t, rows, texts, preview, remove }: Props) {
  if (rows.length === 0) return <p className="text-muted">{t('evidence.none')}</p>
  return (
    <ul className="grid gap-4">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {row.file ? (
              <a href={evidenceFileAddress(row.id)}>{row.label}</a>
            ) : (
              <a href={row.url ?? undefined} rel="noreferrer">
                {row.label}
              </a>
            )}
            {row.file ? (
              <span className="text-small text-muted">
                {row.file.name}, {formatFileSize(row.file.size, t.locale)}
              </span>
            ) : (
              <Tag>{t('evidence.link')}</Tag>
            )}
            {row.isPublished && <Tag>{t('evidence.published')}</Tag>}
          </p>
          {row.note && <p>{row.note}</p>}
          <p className="text-small text-muted">{addedText(t, row)}</p>
          {preview && row.file && <Preview t={t} row={row} text={texts?.get(row.id)} />}
          {!row.isPublished && remove?.(row)}
        </li>
      ))}
    </ul>
  )
}

/** `Lisätty 3.11.2026 klo 12.05, projektijohtaja` */
function addedText(t: Words, { addedBy, createdAt }: KeptEvidence): string {
  const role = addedBy?.role ? t(`access.role.${addedBy.role}`) : null
  const who = [addedBy?.name, role].filter((part) => part !== null && part !== undefined).join(', ')
  const at = formatDateTime(createdAt, t.locale)
  return who ? t('evidence.addedBy', { at, who }) : t('evidence.addedAt', { at })
}

function Preview({ t, row, text }: { t: Words; row: KeptEvidence; text: string | undefined }) {
  const kind = previewOf(row.file?.mediaType ?? '')
  if (kind === 'image') {
    return (
      // biome-ignore lint/performance/noImgElement: an uploaded picture behind a right; the image service must not keep copies of it
      <img
        className="evidence-picture"
        src={evidenceFileAddress(row.id, { shown: true })}
        alt={t('evidence.pictureAlt', { label: row.label })}
        loading="lazy"
      />
    )
  }
  if (kind === 'text' && text !== undefined) {
    return (
      <figure className="evidence-text">
        <figcaption>{t('evidence.beginning', { label: row.label })}</figcaption>
        <pre>{text}</pre>
      </figure>
    )
  }
  return null
}
