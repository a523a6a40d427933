import { structureFormWords } from '@/components/plan/structure/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { type RecordPart, withKnown } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { structureAddress } from '@/lib/plan/addresses'
import { otherUseLabel, useLabels } from '@/lib/plan/structure/labels'
import type { Use } from '@/lib/plan/structure/model'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = {
  t: Words
  project: ProjectHeader
  kind: 'level' | 'investment' | 'unit'
  row: { id: string; stamp: string } | null
  fields: readonly RecordPart[]
  known: Record<string, string>
  keep: FormAction
  drop: FormAction
  uses: readonly Use[]
}

/** One row of the structure: adding it, changing it, and removing it while nothing hangs on it. */
export function PartPage({ t, project, kind, row, fields, known, keep, drop, uses }: Props) {
  const title = t(`structure.${kind}.${row ? 'edit' : 'add'}`)
  const values = { project: project.key, projectId: project.id, id: row?.id ?? '', version: row?.stamp ?? '' }
  const { version: _stamp, ...ofNew } = values
  const labels = [...new Set(uses.map(({ table }) => t(useLabels[table] ?? otherUseLabel)))]
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(project.key) },
          { label: t('structure.title'), href: structureAddress(project.key) },
          { label: title },
        ]}
      />
      <PageHeading title={title} />
      <RecordForm
        id={kind}
        action={keep}
        values={row ? values : ofNew}
        fields={withKnown(fields, known)}
        send={row ? t('projects.form.save') : title}
        words={structureFormWords(t)}
      />
      {row && (
        <Section id="remove" title={t(`structure.${kind}.remove`)}>
          {uses.length > 0 ? (
            <p>{t('structure.inUse', { what: labels.join(', ') })}</p>
          ) : (
            <RecordForm
              id="remove"
              action={drop}
              values={values}
              fields={[{ as: 'tick', name: 'sure', label: t('structure.sure') }]}
              send={t(`structure.${kind}.remove`)}
              kind="danger"
              words={structureFormWords(t)}
            />
          )}
        </Section>
      )}
    </>
  )
}
