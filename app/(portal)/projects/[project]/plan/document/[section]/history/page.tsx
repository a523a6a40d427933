import { HistoryPage, type HistoryPageProps, historyMetadata } from '../../../../documents/history'

export const generateMetadata = ({ params }: HistoryPageProps) => historyMetadata('project_plan', params)

export default function HistoryOfPlan(props: HistoryPageProps) {
  return <HistoryPage kind="project_plan" {...props} />
}
