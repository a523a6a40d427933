import { CheckPage, type CheckPageProps, checkMetadata } from '../../../documents/check'

export const generateMetadata = (props: CheckPageProps) => checkMetadata('project_plan', props)

export default function CheckOfPlan(props: CheckPageProps) {
  return <CheckPage kind="project_plan" {...props} />
}
