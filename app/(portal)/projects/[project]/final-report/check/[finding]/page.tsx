import { FindingPage, type FindingPageProps, findingMetadata } from '../../../documents/finding'

export const generateMetadata = findingMetadata

export default function FindingOfReport(props: FindingPageProps) {
  return <FindingPage kind="final_report" {...props} />
}
