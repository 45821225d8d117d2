import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';

/** The fields of an upload's form in the order in which Pinterest gives them. */
export type FormFields = [name: string, value: string][];

const order = [
  'Content-Type',
  'key',
  'policy',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-signature',
];

interface Signing {
  client: S3Client;
  bucket: string;
}

interface FormOptions {
  key: string;
  /** How long it is good, in seconds. */
  seconds: number;
  /** How many bytes its file may have. */
  most: number;
}

/**
 * Signs a form with Amazon's own library, so that the checking side is held against somebody else's work, and names its fields
 * as Pinterest does. `npm run test:s3` holds the same forms against an S3 that nobody here wrote.
 */
export async function signForm(
  { client, bucket }: Signing,
  { key, seconds, most }: FormOptions,
): Promise<FormFields> {
  const { fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Expires: seconds,
    Fields: { 'Content-Type': 'multipart/form-data' },
    Conditions: [['content-length-range', 1, most]],
  });
  return Object.entries(fields)
    .filter(([name]) => name !== 'bucket')
    .map(([name, value]): [string, string] => [
      /^X-Amz|^Policy/.test(name) ? name.toLowerCase() : name,
      value,
    ])
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}
