/** What pages of a subject speak of: the first words are the most common ones. Japanese is written without spaces. */
export const subjects: Readonly<Record<string, string>> = {
  dinner:
    'chicken pasta sauce soup curry noodles rice roast garlic lemon salad beans salmon stew tacos weeknight skillet dinner',
  dessert:
    'chocolate cake cookies cream pudding honey tart berries caramel pie vanilla icing brownies sorbet custard dessert',
  bread:
    'sourdough loaf starter dough focaccia rye crust baguette yeast flour buns pizza oven bread',
  garden:
    'roses perennials beds raised seeds shade compost hedge lavender pots tulips shrubs path greenhouse garden',
  vegetables:
    'tomatoes seedlings harvest beds compost courgette peas mulch allotment potatoes pests rotation vegetables',
  kitchen:
    'cabinets taps worktop shelves pantry tiles island sink oak handles splashback lighting drawers kitchen',
  bathroom: 'tiles shower basin bath mirror towels brass vanity terrazzo taps lighting bathroom',
  living:
    'sofa rug lamp shelves fireplace curtains cushions oak colours bookshelf armchair lighting living',
  bedroom: 'bed linen headboard wardrobe lamp curtains pillows wallpaper dresser attic bedroom',
  wedding:
    'bride bouquet dress venue table cake invitations veil rings ceremony seating lace florals wedding',
  travel: 'itinerary beach hotel train islands museum hike days old town map coast village travel',
  japan: 'kyoto tokyo temple ryokan train garden noodles itinerary maples shrine onsen japan',
  knitting:
    'yarn pattern sweater needles cable socks mittens wool stitches yoke shawl colourwork knitting',
  sewing: 'pattern fabric dress seam linen zip quilt lining skirt machine buttons sewing',
  kids: 'toddler crafts paper playroom colours toys rainy birthday puzzles games paint kids',
  school: 'classroom worksheets reading maths display printable lesson labels games teacher school',
  typography:
    'typeface serif lettering poster specimen grid glyphs kerning book covers type typography',
  illustration:
    'gouache sketch characters ink poster children book colours texture drawing illustration',
  brand: 'logo packaging identity grid colours labels guidelines stationery boxes brand',
  photo: 'portrait light film lens landscape street darkroom black negative contact photo',
  architecture:
    'concrete facade house pavilion timber brick courtyard section plan stairs architecture',
  running: 'marathon training intervals shoes hills pace trail stretches plan recovery running',
  yoga: 'poses stretches flow hips breath morning mat balance back yoga',
  hair: 'bob fringe curls balayage braid layers pixie updo colour highlights hair',
  outfits: 'linen blazer denim boots dress coat capsule knitwear trousers autumn wardrobe outfits',
  christmas: 'wreath tree ornaments stocking cookies paper stars candles table advent christmas',
  halloween: 'pumpkin costume ghosts carving bats treats skeleton candles paper halloween',
  reading: 'novels shelves library club quotes covers classics essays list reading',
  birds: 'finches feeder nest owls heron field binoculars song migration birds',
  bikes: 'frame gravel touring panniers steel wheels saddle route repair bikes',
  料理: '鶏肉 味噌汁 お弁当 作り置き 煮物 豆腐 ご飯 卵焼き 鍋 野菜炒め',
  編み物: '毛糸 かぎ針 セーター 模様編み 靴下 帽子 編み図 手袋 ショール',
  旅行: '京都 温泉 紅葉 旅館 寺 駅弁 海 庭園 地図 散歩',
  部屋: '収納 本棚 照明 一人暮らし 北欧 カーテン 机 ソファ 観葉植物',
};

/** Said of anything. */
export const anySubject =
  'easy best ideas simple new modern small white how guide beautiful wood diy favourite vintage little top inspiration minimal green';

/** Names of boards that say nothing of their subject to anybody but their owner. */
export const privateNames =
  'Someday,For mum,Inbox,Home 2,Autumn,Studio,M + J,Later,The big one,Flat,Saturday,Blue,Wishlist,Number 14,Project X,Moodboard,Us,To try,Keepers,Clients,Archive,Rainy days,Sketchbook,New house,Linda 40,Holidays,Work,Good things';

export const siteNames =
  'ivy,harbor,nord,pepper,atelier,field,copper,lumen,meadow,quill,saffron,tide,umber,velvet,willow,yarrow,acorn,birch,clover,dune,ember,fable,gable,hazel,indigo,juniper,kindle,linden,maple,nettle';
