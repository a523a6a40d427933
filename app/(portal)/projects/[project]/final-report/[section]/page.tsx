import { SectionPage, type SectionPageProps, sectionMetadata } from '../../documents/section'

export const generateMetadata = ({ params }: SectionPageProps) => sectionMetadata('final_report', params)

export default function SectionOfReport(props: SectionPageProps) {
  return <SectionPage kind="final_report" {...props} />
}
