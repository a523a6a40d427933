import { DefinitionList } from '@/components/ui/definition-list'
import type { Words } from '@/lib/platform/words'
import type { ProjectDetails } from '@/lib/projects/details/model'
import type { ProjectHeader } from '@/lib/projects/model'
import { formatAmountWhole } from '@/lib/values/format'

type Props = { t: Words; project: ProjectHeader; details: ProjectDetails | null }

/** What the project is, in brief. What is not known says so; nothing is left blank or zero. */
export function ProjectFacts({ t, project, details }: Props) {
  const unknown = t('projects.unknown')
  const cost = details?.totalCost
  return (
    <>
      <DefinitionList
        items={[
          { term: t('projects.county'), value: project.organisationName },
          { term: t('projects.programme'), value: project.programme.name },
          { term: t('projects.funder'), value: project.programme.funder },
          { term: t('projects.term'), value: details?.period.asWritten ?? unknown },
          {
            term: t('projects.cost'),
            value: cost?.amount ? formatAmountWhole(cost.amount, t.locale) : (cost?.asWritten ?? unknown),
          },
          { term: t('projects.predecessor'), value: details?.predecessor ?? unknown },
          { term: t('projects.steeringGroup'), value: details?.steeringGroup ?? unknown },
        ]}
      />
      <TextList title={t('projects.goals')} texts={details?.goals.map((goal) => goal.text) ?? []} />
      <TextList title={t('projects.targetGroups')} texts={details?.targetGroups.map((group) => group.text) ?? []} />
    </>
  )
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
