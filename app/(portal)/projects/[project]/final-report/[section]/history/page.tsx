import { HistoryPage, type HistoryPageProps, historyMetadata } from '../../../documents/history'

export const generateMetadata = ({ params }: HistoryPageProps) => historyMetadata('final_report', params)

export default function HistoryOfReport(props: HistoryPageProps) {
  return <HistoryPage kind="final_report" {...props} />
}
