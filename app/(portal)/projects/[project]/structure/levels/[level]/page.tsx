import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { knownLevel, levelParts } from '@/components/plan/structure/form-parts'
import { PartPage } from '@/components/plan/structure/part-page'
import { dropLevel, keepLevel } from '../../actions'
import { partHere } from '../../load'

type Props = { params: Promise<{ project: string; level: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('structure.level.edit') }
}

export default async function LevelPage({ params }: Props) {
  const asked = await params
  const { t, project, row, uses } = await partHere(asked.project, 'levels', asked.level)
  return (
    <PartPage
      t={t}
      project={project}
      kind="level"
      row={row}
      fields={levelParts(t)}
      known={row ? knownLevel(row) : {}}
      keep={keepLevel}
      drop={dropLevel}
      uses={uses}
    />
  )
}
