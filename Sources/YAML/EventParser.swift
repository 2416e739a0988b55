import CYAML

/// libyaml's parser, one event at a time.
struct EventParser: ~Copyable {
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    /// The event that was read last. On the heap, since it is large and libyaml wants its address.
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)

    /// The bytes have to outlive the parser.
    init(reading bytes: UnsafeBufferPointer<UInt8>) {
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Reads the next event, or tells why there is none.
    func advance() throws(Problem) {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw Problem(parser.pointee) }
    }

    /// What libyaml says of an error.
    struct Problem: Error {
        let text: String
        let context: String
        let mark: yaml_mark_t
        /// Where the construct begins that has the problem.
        let contextMark: yaml_mark_t
        /// The byte that cannot be read, for an error of the encoding.
        let offset: Int?

        init(_ parser: yaml_parser_t) {
            text = parser.problem.map { String(cString: $0) } ?? "out of memory"
            context = parser.context.map { String(cString: $0) } ?? ""
            mark = parser.problem_mark
            contextMark = parser.context_mark
            offset = parser.error == YAML_READER_ERROR ? parser.problem_offset : nil
        }
    }
}
