import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = { t: Words; project: ProjectHeader; title: string; intro?: string; actions?: ReactNode }

/** Heading of the pages where something of the project is kept. */
export function AboutHeading({ t, project, title, intro, actions }: Props) {
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[{ label: project.name, href: projectAddress(project.key) }, { label: title }]}
      />
      <PageHeading title={title} intro={intro} actions={actions} />
    </>
  )
}
