import { AuditFacts } from '@/components/audit-log/audit-facts'
import { rightText } from '@/components/audit-log/right-text'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { EventList, type EventRow } from '@/components/ui/event-list'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { auditAddress, filteredAuditAddress } from '@/lib/audit-log/addresses'
import { factsOf } from '@/lib/audit-log/facts/model'
import { auditSourceLabels, auditSubjectLabels } from '@/lib/audit-log/labels'
import {
  type AuditCursor,
  type AuditFilter,
  type AuditPage,
  type AuditRow,
  auditSubjects,
} from '@/lib/audit-log/search/model'
import { auditActionLabels, auditResultLabels } from '@/lib/platform/audit-labels'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; page: AuditPage; filter: AuditFilter; before: AuditCursor | null }

/** Rows of the log, newest first, with the way to older ones. */
export function AuditRows({ t, page, filter, before }: Props) {
  const older = page.next && filteredAuditAddress(filter, page.next)
  const newest = before && filteredAuditAddress(filter)
  const isWhole = filteredAuditAddress(filter) === auditAddress && before === null
  if (page.rows.length === 0 && page.lookedUntil === null) {
    return (
      <EmptyState
        title={t(isWhole ? 'auditLog.emptyLog' : 'auditLog.empty')}
        actions={newest ? <a href={newest}>{t('auditLog.newest')}</a> : undefined}
      >
        {t(isWhole ? 'auditLog.emptyLogHelp' : 'auditLog.emptyHelp')}
      </EmptyState>
    )
  }
  return (
    <>
      <EventList label={t('auditLog.list')} events={page.rows.map((row) => eventOf(t, row))} />
      {page.lookedUntil && (
        <Notice kind="info" word={t('ui.notice.info')}>
          <p>{t('auditLog.lookedUntil', { time: formatDateTime(page.lookedUntil, t.locale) })}</p>
        </Notice>
      )}
      {(older || newest) && (
        <Pagination
          label={t('auditLog.pages')}
          pages={[]}
          previous={newest ? { label: t('auditLog.newest'), href: newest } : undefined}
          next={older ? { label: t(page.lookedUntil ? 'auditLog.lookOn' : 'auditLog.older'), href: older } : undefined}
        />
      )}
    </>
  )
}

function eventOf(t: Words, row: AuditRow): EventRow {
  const sentence = auditActionLabels[row.action]
  const [sha256, masked] = [row.data.sha256, row.data.sha256WithoutOwners]
  return {
    key: row.id,
    time: `${formatDateTime(row.at, t.locale)}${secondsOf(row.at)}`,
    dateTime: row.at,
    by: row.person ?? t(row.isPerson ? 'auditLog.stranger' : 'auditLog.system'),
    title: (
      <>
        {/* A row of a version that knew other acts, as the database has it. */}
        <strong>{sentence ? t(sentence) : row.action}</strong>{' '}
        {row.result === 'refused' && <Tag tone="danger">{t(auditResultLabels.refused)}</Tag>}
      </>
    ),
    children: (
      <>
        <p className="text-small text-muted wrap-anywhere">{metaOf(t, row)}</p>
        {typeof sha256 === 'string' && <Hash word={t('auditLog.row.sha256')} hash={sha256} />}
        {typeof masked === 'string' && <Hash word={t('auditLog.row.withoutOwners')} hash={masked} />}
        <Disclosure summary={t('auditLog.row.data')}>
          <Subject t={t} row={row} />
          <AuditFacts t={t} facts={factsOf(row.data)} />
        </Disclosure>
      </>
    ),
  }
}

/** Several acts of one minute are told apart. */
const secondsOf = (at: string): string => `.${at.slice(17, 19)}`

function metaOf(t: Words, { right, source, result, requestId }: AuditRow): string {
  const from = (auditSourceLabels as Readonly<Record<string, string>>)[source]
  const parts: [string, string][] = [
    [t('auditLog.row.right'), rightText(t, right)],
    [t('auditLog.row.source'), from ? t(from) : source],
    [t('auditLog.filter.result'), t(auditResultLabels[result])],
    [t('auditLog.row.request'), requestId ?? t('auditLog.row.none')],
  ]
  return parts.map(([word, text]) => `${word}: ${text}`).join(' · ')
}

function Hash({ word, hash }: { word: string; hash: string }) {
  return (
    <p className="text-small wrap-anywhere">
      {word}: <code>{hash}</code>
    </p>
  )
}

const subjectOf = (type: string) => auditSubjects.find((one) => one === type) ?? ''

/** What was acted on, and the ways to everything of it and of the same request. */
function Subject({ t, row: { subjectType, subjectId, requestId } }: { t: Words; row: AuditRow }) {
  const kind = (auditSubjectLabels as Readonly<Record<string, string>>)[subjectType]
  return (
    <p className="text-small wrap-anywhere">
      {t('auditLog.row.subject')}: {kind ? t(kind) : subjectType}
      {subjectId && (
        <>
          {' '}
          {subjectId} ·{' '}
          <a href={filteredAuditAddress({ kind: subjectOf(subjectType), subject: subjectId })}>
            {t('auditLog.row.sameSubject')}
          </a>
        </>
      )}
      {requestId && (
        <>
          {' '}
          · <a href={filteredAuditAddress({ text: requestId })}>{t('auditLog.row.sameRequest')}</a>
        </>
      )}
    </p>
  )
}
