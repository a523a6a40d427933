import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import type { ProjectOverview } from '@/lib/projects/overview/model'
import { keptUntil, type Retention } from '@/lib/projects/retention/model'
import { formatAmount, formatDate } from '@/lib/values/format'

type Props = { t: Words; project: ProjectHeader; overview: ProjectOverview }

/** What the project is, in brief. What is not known says so; nothing is left blank or zero. */
export function ProjectFacts({ t, project, overview }: Props) {
  const unknown = t('projects.unknown')
  const { totalCost, nameVariants, website } = overview
  const items: Definition[] = [
    { term: t('projects.county'), value: project.organisationName },
    { term: t('projects.programme'), value: project.programme.name },
    { term: t('projects.funder'), value: project.programme.funder },
    { term: t('projects.statement'), value: <Statement t={t} statement={project.programme.statement} /> },
    { term: t('projects.term'), value: overview.periodAsWritten ?? unknown },
    {
      term: t('projects.cost'),
      value: totalCost ? formatAmount(totalCost, t.locale) : (overview.totalCostAsWritten ?? unknown),
    },
    { term: t('projects.predecessor'), value: overview.predecessor ?? unknown },
    { term: t('projects.steeringGroup'), value: overview.steeringGroup ?? unknown },
    ...(website ? [{ term: t('projects.website'), value: <a href={website}>{website}</a> }] : []),
    ...(nameVariants.length > 0 ? [{ term: t('projects.earlierNames'), value: nameVariants.join('; ') }] : []),
    { term: t('projects.retention.title'), value: retentionText(t, overview.retention) },
  ]
  return (
    <>
      {overview.description ? (
        <p className="max-w-text whitespace-pre-line">{overview.description}</p>
      ) : (
        <p className="text-muted">{t('projects.noDescription')}</p>
      )}
      <DefinitionList items={items} />
      <TextList title={t('projects.goals')} texts={overview.goals} />
      <TextList title={t('projects.targetGroups')} texts={overview.targetGroups} />
    </>
  )
}

/** The programme's statement of funding in every language it has it in. */
function Statement({ t, statement }: { t: Words; statement: ProjectHeader['programme']['statement'] }) {
  return (
    <>
      {(['fi', 'sv', 'en'] as const).map((language) => (
        <span key={language} className="block">
          <span className="text-small text-muted">{t(`projects.language.${language}`)}: </span>
          <span lang={language}>{statement[language]}</span>
        </span>
      ))}
    </>
  )
}

/** Until when everything is kept, and where the day comes from. */
function retentionText(t: Words, retention: Retention): string {
  const until = keptUntil(retention)
  if (until === null) return t('projects.unknown')
  const day = formatDate(until, t.locale)
  return retention.own === null
    ? t('projects.retention.ofProgramme', { day })
    : t('projects.retention.own', { day, reason: retention.reason ?? '' })
}

function TextList({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <div className="prose max-w-text">
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
