import type { ResultsProps } from '@/components/results/results-page'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'

/** Who does what, by which money. */
export function AboutProject({ t, results: { project, investments } }: ResultsProps) {
  const { organisationName, programme, periodAsWritten, message } = project
  const item = (name: string, value: string | null) => (value ? [{ term: t(`results.about.${name}`), value }] : [])
  const first = Math.min(...investments.map(({ depth }) => depth))
  // The two upper levels tell what is done; the parts below are the project's own bookkeeping.
  const upper = investments.filter(({ depth }) => depth <= first + 1)
  return (
    <Section id="about" title={t('results.about.title')}>
      <DefinitionList
        items={[
          ...item('organisation', organisationName),
          ...item('programme', programme.name),
          ...item('funder', programme.funder),
          ...item('time', periodAsWritten),
          ...item('message', message),
        ]}
      />
      {upper.length > 0 && (
        <>
          <h3 className="mt-6 mb-2">{t('results.about.investments')}</h3>
          <ul className="list-disc pl-6">
            {upper.map(({ id, code, title, depth }) => (
              <li key={id} className={depth > first ? 'ml-6' : undefined}>
                {code && !title.includes(code) ? `${code} ${title}` : title}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
