import { EditPage, type EditPageProps, editMetadata } from '../../../../documents/edit'

export const generateMetadata = ({ params }: EditPageProps) => editMetadata('project_plan', params)

export default function EditOfPlan(props: EditPageProps) {
  return <EditPage kind="project_plan" {...props} />
}
