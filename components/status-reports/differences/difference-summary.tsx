import { Fragment } from 'react'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { countChanges, type SectionDifference } from '@/lib/status-reports/differences/model'

/** How much changed and where: "5 kohtaa muuttui: kokonaistilanne, 2 toimenpidettä, 1 mittari", each a link to its section. */
export function DifferenceSummary({ t, sections }: { t: Words; sections: readonly SectionDifference[] }) {
  const { fields, sections: changed } = countChanges(sections)
  const compared = sections.flatMap(({ groups }) => groups.flatMap((group) => group.fields)).length
  return (
    <Section id="summary" title={t('differences.summary.title')}>
      <p className="max-w-text">
        {fields === 0 ? t('differences.summary.nothing') : t('differences.summary.changed', { count: fields })}
        {changed.map(({ section, path, groups }, index) => (
          <Fragment key={section}>
            {index === 0 ? ' ' : ', '}
            <a href={`#${path}`}>{t(`differences.part.${section}`, { count: groups })}</a>
          </Fragment>
        ))}
        {fields > 0 && '.'} {t('differences.summary.compared', { count: compared })}
      </p>
      <p className="mt-1 max-w-text text-small text-muted">{t('differences.legend')}</p>
    </Section>
  )
}
