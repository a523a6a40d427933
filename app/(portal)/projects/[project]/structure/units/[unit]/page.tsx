import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { knownUnit, unitParts } from '@/components/plan/structure/form-parts'
import { PartPage } from '@/components/plan/structure/part-page'
import { dropUnit, keepUnit } from '../../actions'
import { partHere } from '../../load'

type Props = { params: Promise<{ project: string; unit: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('structure.unit.edit') }
}

export default async function UnitPage({ params }: Props) {
  const asked = await params
  const { t, project, structure, row, uses } = await partHere(asked.project, 'units', asked.unit)
  return (
    <PartPage
      t={t}
      project={project}
      kind="unit"
      row={row}
      fields={unitParts(t, structure, row?.id ?? null)}
      known={row ? knownUnit(row) : { reports: 'yes' }}
      keep={keepUnit}
      drop={dropUnit}
      uses={uses}
    />
  )
}
