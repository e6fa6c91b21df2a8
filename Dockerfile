# The program alone, as a small image:
#   docker build -t kbgen .
#   docker run --rm -v "$PWD:/site" kbgen build
#   docker run --rm -v "$PWD:/site" -p 4000:4000 kbgen serve --host 0.0.0.0 --port 4000
FROM swift:6.2-bookworm AS build
WORKDIR /src
COPY . .
RUN make program

# It is linked statically and needs nothing else.
FROM scratch
COPY --from=build /src/.build/release/kbgen /kbgen
WORKDIR /site
ENTRYPOINT ["/kbgen"]
CMD ["help"]
