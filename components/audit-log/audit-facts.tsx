import type { ReactNode } from 'react'
import { auditFactLabels } from '@/lib/audit-log/facts/labels'
import type { AuditFact } from '@/lib/audit-log/facts/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatDateTime, formatFileSize, formatNumber } from '@/lib/values/format'

/** The data of a row by name, parts within parts. */
export function AuditFacts({ t, facts }: { t: Words; facts: readonly AuditFact[] }) {
  if (facts.length === 0) return null
  return (
    <dl className="definitions">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{auditFactLabels[fact.name] ? t(auditFactLabels[fact.name] ?? '') : fact.name}</dt>
          <dd className="wrap-anywhere">{textOf(t, fact)}</dd>
        </div>
      ))}
    </dl>
  )
}

function textOf(t: Words, fact: AuditFact): ReactNode {
  switch (fact.kind) {
    case 'text':
      return fact.text
    case 'moment':
      return formatDateTime(fact.text, t.locale)
    case 'day':
      return formatDate(fact.text, t.locale)
    case 'number':
      return formatNumber(fact.number, t.locale)
    case 'bytes':
      return formatFileSize(fact.number, t.locale)
    case 'truth':
      return t(fact.isTrue ? 'auditLog.value.yes' : 'auditLog.value.no')
    case 'none':
      return t('auditLog.value.none')
    case 'hidden':
      return t('auditLog.value.hidden')
    case 'parts':
      return <AuditFacts t={t} facts={fact.parts} />
  }
}
