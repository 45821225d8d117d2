/*
 * Pinterest's wire objects of media upload (API description 5.23). `media_type` has had one value in every version, `video`;
 * an API summary of March 2026 names images as well.
 */

export interface MediaUpload {
  media_id: string;
  media_type?: string;
  /** An S3 bucket. The bytes go there as a form: every parameter as a field, `file` last. */
  upload_url?: string;
  upload_parameters?: Record<string, string>;
}

/** Pinterest says that processing failed, and never why. */
export interface Media {
  media_id: string;
  media_type?: string;
  status?: 'registered' | 'processing' | 'succeeded' | 'failed';
}
