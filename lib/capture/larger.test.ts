import { describe, expect, it } from 'vitest';

import { largerVersions } from './larger';

describe('largerVersions', () => {
  it.each([
    [
      'Pinterest',
      'https://i.pinimg.com/236x/aa/bb/c.jpg',
      'https://i.pinimg.com/originals/aa/bb/c.jpg',
    ],
    ['WordPress', 'https://a.test/up/tea-300x200.jpg', 'https://a.test/up/tea.jpg'],
    ['WordPress, large uploads', 'https://a.test/up/tea-scaled.jpg', 'https://a.test/up/tea.jpg'],
    ['Jetpack', 'https://i0.wp.com/a.test/tea.jpg?resize=300%2C200', 'https://a.test/tea.jpg'],
    ['Next.js', 'https://a.test/_next/image?url=%2Ftea.jpg&w=64&q=75', 'https://a.test/tea.jpg'],
    [
      'Shopify',
      'https://cdn.shopify.com/s/files/1/p_300x.jpg',
      'https://cdn.shopify.com/s/files/1/p.jpg',
    ],
    [
      'Shopify, own domain',
      'https://a.test/cdn/shop/files/p_small.jpg?v=1',
      'https://a.test/cdn/shop/files/p.jpg?v=1',
    ],
    [
      'Squarespace',
      'https://images.squarespace-cdn.com/a/t.jpg?format=300w',
      'https://images.squarespace-cdn.com/a/t.jpg?format=original',
    ],
    [
      'Wix',
      'https://static.wixstatic.com/media/a~mv2.jpg/v1/fill/w_2,h_3/a.jpg',
      'https://static.wixstatic.com/media/a~mv2.jpg',
    ],
    [
      'Medium',
      'https://miro.medium.com/v2/resize:fit:720/1*a.jpeg',
      'https://miro.medium.com/v2/1*a.jpeg',
    ],
    [
      'Etsy',
      'https://i.etsystatic.com/1/r/il/a/1/il_340x270.1_a.jpg',
      'https://i.etsystatic.com/1/r/il/a/1/il_fullxfull.1_a.jpg',
    ],
    [
      'Amazon',
      'https://m.media-amazon.com/images/I/61r._SL500_.jpg',
      'https://m.media-amazon.com/images/I/61r.jpg',
    ],
    [
      'Flickr',
      'https://live.staticflickr.com/1/2_a_m.jpg',
      'https://live.staticflickr.com/1/2_a_b.jpg',
    ],
    [
      'Tumblr',
      'https://64.media.tumblr.com/a/tumblr_b_540.jpg',
      'https://64.media.tumblr.com/a/tumblr_b_1280.jpg',
    ],
    [
      'Cloudinary',
      'https://res.cloudinary.com/a/image/upload/w_3,c_fill/v1/t.jpg',
      'https://res.cloudinary.com/a/image/upload/v1/t.jpg',
    ],
    [
      'X',
      'https://pbs.twimg.com/media/a?format=jpg&name=small',
      'https://pbs.twimg.com/media/a?format=jpg&name=orig',
    ],
    [
      'Google',
      'https://lh3.googleusercontent.com/abc=w300-h200',
      'https://lh3.googleusercontent.com/abc=s0',
    ],
    [
      'Wikimedia',
      'https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/T.jpg/220px-T.jpg',
      'https://upload.wikimedia.org/wikipedia/commons/a/ab/T.jpg',
    ],
    ['a size in the query', 'https://a.test/t.jpg?w=300&id=7&q=80', 'https://a.test/t.jpg?id=7'],
    ['Drupal', 'https://a.test/files/styles/teaser/public/t.jpg', 'https://a.test/files/t.jpg'],
  ])('knows %s', (_, small, large) => {
    expect(largerVersions(small)).toContain(large);
  });

  it.each([
    'https://scontent.fna.fbcdn.net/v/t1/a_n.jpg?oh=1&oe=2',
    'https://preview.redd.it/a.jpg?width=640&s=0123456789abcdef0123456789abcdef',
    'https://images-wixmp-1.wixmp.com/f/a.jpg/v1/fill/w_3/b.jpg?token=ey',
    'https://b.s3.amazonaws.com/a-300x200.jpg?X-Amz-Signature=1',
    'data:image/png;base64,AAAA',
    'blob:https://a.test/1',
    'https://a.test/tea.jpg',
  ])('leaves %s alone', (url) => {
    expect(largerVersions(url)).toEqual([]);
  });
});
