import Bytes
import Content
import Paths

// What a cached snapshot holds besides pages.

extension SettingsLink: BinaryCodable {
    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(title)
        encoder.write(target)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        title = try decoder.read()
        target = try decoder.read()
    }
}

extension Redirect: BinaryCodable {
    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(file)
        encoder.write(target)
        encoder.write(query)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        file = try decoder.read()
        target = try decoder.read()
        query = try decoder.read()
    }
}

extension StandIn: BinaryCodable {
    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(page)
        encoder.write(space)
        encoder.write(address)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        page = try decoder.read()
        space = try decoder.read()
        address = try decoder.read()
    }
}

extension Asset: BinaryCodable {
    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(path)
        encoder.write(output)
        encoder.write(isReduced)
        encoder.write(size)
        encoder.write(imageSize?.width)
        encoder.write(imageSize?.height)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        path = try decoder.read()
        output = try decoder.read()
        isReduced = try decoder.read()
        size = try decoder.read()
        let (width, height): (Int?, Int?) = (try decoder.read(), try decoder.read())
        if let width, let height { imageSize = (width, height) }
    }
}
