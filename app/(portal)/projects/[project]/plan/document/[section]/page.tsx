import { SectionPage, type SectionPageProps, sectionMetadata } from '../../../documents/section'

export const generateMetadata = ({ params }: SectionPageProps) => sectionMetadata('project_plan', params)

export default function SectionOfPlan(props: SectionPageProps) {
  return <SectionPage kind="project_plan" {...props} />
}
