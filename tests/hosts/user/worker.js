//! A worker: does a streamed request body go through the reader at the edge?

import { remit, RemittanceStream, SuperbillError, version } from "superbill";

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    try {
      if (pathname === "/version") return new Response(version());
      if (pathname === "/remit") return Response.json(remit(new Uint8Array(await request.arrayBuffer())));
      let claims = 0;
      for await (const _ of request.body.pipeThrough(new RemittanceStream())) claims += 1;
      return Response.json({ claims });
    } catch (error) {
      if (error instanceof SuperbillError) return Response.json({ code: error.code }, { status: 422 });
      throw error;
    }
  },
};
