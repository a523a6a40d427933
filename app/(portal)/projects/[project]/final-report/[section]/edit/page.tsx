import { EditPage, type EditPageProps, editMetadata } from '../../../documents/edit'

export const generateMetadata = ({ params }: EditPageProps) => editMetadata('final_report', params)

export default function EditOfReport(props: EditPageProps) {
  return <EditPage kind="final_report" {...props} />
}
