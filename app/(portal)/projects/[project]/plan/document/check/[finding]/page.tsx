import { FindingPage, type FindingPageProps, findingMetadata } from '../../../../documents/finding'

export const generateMetadata = findingMetadata

export default function FindingOfPlan(props: FindingPageProps) {
  return <FindingPage kind="project_plan" {...props} />
}
