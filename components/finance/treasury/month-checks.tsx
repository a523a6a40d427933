import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { type Keeps, mayMend, placeAddress } from '@/lib/finance/treasury/addresses'
import { type Finding, isError } from '@/lib/finance/treasury/files/checks/model'
import { ruleLabels, supportFieldLabels } from '@/lib/finance/treasury/labels'
import type { Words } from '@/lib/platform/words'
import { formatMonth } from '@/lib/values/format'

type Props = { t: Words; project: string; month: string; findings: readonly Finding[]; keeps: Keeps }

/** What stands in the way of the file, and what is only told; each leads to where it is mended. */
export function MonthChecks({ t, project, month, findings, keeps }: Props) {
  const [errors, remarks] = [findings.filter(isError), findings.filter((one) => !isError(one))]
  const list = { t, project, keeps }
  return (
    <Section id="checks" title={t('treasury.file.checks', { month: formatMonth(month, t.locale) })}>
      {errors.length === 0 ? (
        <Notice kind="success" word={t('treasury.file.ready')}>
          <p>{t('treasury.file.readyHelp')}</p>
        </Notice>
      ) : (
        <Notice kind="warning" word={t('treasury.file.blocked')}>
          <p>{t('treasury.file.blockedHelp', { count: errors.length })}</p>
        </Notice>
      )}
      {errors.length > 0 && <FindingList {...list} title={t('treasury.file.errors')} findings={errors} />}
      {remarks.length > 0 && <FindingList {...list} title={t('treasury.file.remarks')} findings={remarks} />}
    </Section>
  )
}

type List = Omit<Props, 'month'> & { title: string }

function FindingList({ t, project, title, findings, keeps }: List) {
  return (
    <>
      <h3 className="mt-6">{title}</h3>
      <ul className="list-disc pl-6">
        {findings.map((finding) => {
          const { rule, place, name, field, count } = finding
          const told = t(ruleLabels[rule], {
            name: name ?? t('treasury.rule.project'),
            field: field ? t(supportFieldLabels[field]) : '',
            count: count ?? 0,
          })
          const others = place.kind === 'documents' ? 'treasury.file.byAdmin' : 'treasury.file.byDirector'
          return (
            <li key={JSON.stringify(finding)}>
              <a href={placeAddress(project, place, keeps)}>{told}</a>
              {!mayMend(place, keeps) && ` ${t('treasury.file.others', { who: t(others) })}`}
            </li>
          )
        })}
      </ul>
    </>
  )
}
