import { Controller } from '@nestjs/common';
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { PROCESSES, PRODUCTS, PROFILES, REGIONS } from '#catalogue';
import { listSchema, pageOf, pageParameters, type Page } from '#platform';
import { Query, Route } from '../http/route.js';
import { ProcessSchema, ProductSchema, ProfileSchema, RegionSchema } from './catalogue.schemas.js';
import { pageFrom } from './pages.js';
import { profileView, productView } from './views.js';

const QuerySchema = Type.Object(pageParameters, { additionalProperties: false });
type PageQuery = Static<typeof QuerySchema>;

const CatalogueRoute = (name: string, summary: string, item: TSchema): MethodDecorator =>
  Route({
    method: 'GET',
    path: `/v1/catalogue/${name}`,
    needs: 'catalogue:read',
    tag: 'Catalogue',
    summary,
    query: QuerySchema,
    responses: { 200: { description: 'A page of the list', schema: listSchema(item) } },
  });

const PRODUCT_VIEWS = PRODUCTS.map(productView);
const PROFILE_VIEWS = PROFILES.map(profileView);

@Controller()
export class CatalogueController {
  @CatalogueRoute('products', 'Products: what a lot can be', ProductSchema)
  products(@Query() query: PageQuery): Page<object> {
    return pageFrom(PRODUCT_VIEWS, pageOf(query));
  }

  @CatalogueRoute('processes', 'Processes: what a plant can do', ProcessSchema)
  processes(@Query() query: PageQuery): Page<object> {
    return pageFrom(PROCESSES, pageOf(query));
  }

  @CatalogueRoute('regions', 'Regions of GB/T 2260', RegionSchema)
  regions(@Query() query: PageQuery): Page<object> {
    return pageFrom(REGIONS, pageOf(query));
  }

  @CatalogueRoute('profiles', 'Reference distributions of deposits and materials', ProfileSchema)
  profiles(@Query() query: PageQuery): Page<object> {
    return pageFrom(PROFILE_VIEWS, pageOf(query));
  }
}
