import { CheckPage, type CheckPageProps, checkMetadata } from '../../documents/check'

export const generateMetadata = (props: CheckPageProps) => checkMetadata('final_report', props)

export default function CheckOfReport(props: CheckPageProps) {
  return <CheckPage kind="final_report" {...props} />
}
