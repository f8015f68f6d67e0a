import { describeMatrix } from './describe-matrix.ts'

describeMatrix('authentication', 'tenancy', 'hostile input')
